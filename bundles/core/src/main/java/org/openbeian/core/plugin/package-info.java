/** The plugins of all kinds, for the operator, and which of two of one id is used. */
@Export
@Version("1.0.0")
package org.openbeian.core.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
