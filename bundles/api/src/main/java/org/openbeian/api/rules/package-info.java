/**
 * Rules as data, the facts they read, and the findings they give.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
