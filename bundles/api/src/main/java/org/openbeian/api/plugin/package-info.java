/**
 * The plugins of all kinds as the operator sees them.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
