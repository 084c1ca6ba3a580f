/**
 * What was looked at, changed, permitted and refused, by whom and why: the audit, and the checking of hash chains.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
