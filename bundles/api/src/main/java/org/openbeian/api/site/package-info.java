/**
 * Granted websites and what is still owed for them: the footer, its inspection, the duties after the grant.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.site;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
