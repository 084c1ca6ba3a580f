/**
 * Messages to people and the channels that carry them.
 */
@Export
@Version("1.1.0")
package org.openbeian.api.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
