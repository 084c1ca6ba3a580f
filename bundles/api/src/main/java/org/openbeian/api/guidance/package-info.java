/**
 * Advice beside a filing: texts of help, enquiries to the specialists, and the list of what a case needs.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.guidance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
