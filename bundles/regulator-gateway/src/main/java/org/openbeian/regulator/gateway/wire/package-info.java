/**
 * How a file and a call of the ministry's enterprise interface V3.0 look on the wire: hashes, ZIP, AES, Base64 and the
 * {@code return} document. Plain Java, used by the client and by the authority simulator.
 */
@Export
@Version("1.0.0")
package org.openbeian.regulator.gateway.wire;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
