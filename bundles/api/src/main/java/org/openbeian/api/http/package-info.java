/**
 * Calls to addresses outside.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
