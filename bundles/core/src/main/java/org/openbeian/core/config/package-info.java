/** Refuses bad configuration values one by one and keeps the value in force. */
@Export
@Version("1.0.0")
package org.openbeian.core.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
