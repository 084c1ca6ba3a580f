/**
 * Orders: their states, history and the commands that move them.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.order;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
