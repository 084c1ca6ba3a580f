/**
 * The register of granted organizers, services and accesses.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.register;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
