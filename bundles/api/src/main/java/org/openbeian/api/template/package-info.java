/**
 * Reusable data of organizers and principals.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.template;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
