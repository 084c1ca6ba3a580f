/**
 * Who acts, with which roles, and the port that all personal data passes.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
