/**
 * Keys and secrets: where the master keys are, and what else must not stand in configuration files.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.key;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
