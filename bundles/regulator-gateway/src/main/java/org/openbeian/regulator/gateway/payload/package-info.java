/**
 * The documents inside the files of the interface V3.0 as values: what we upload, what we download, their limits and their
 * schemas. Plain Java, used by the client and by the authority simulator.
 */
@Export
@Version("1.0.0")
package org.openbeian.regulator.gateway.payload;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
