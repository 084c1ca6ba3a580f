/**
 * The access gate: may this host be served here?
 */
@Export
@Version("1.1.0")
package org.openbeian.api.gate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
