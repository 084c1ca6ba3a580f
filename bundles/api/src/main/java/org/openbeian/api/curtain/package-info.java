/**
 * The curtain for the verification photo (核验单幕布), posted to applicants free of charge, and the port to a courier.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.curtain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
