/**
 * Imports of many records at once: progress, resumption, and all bad lines with their reasons.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
