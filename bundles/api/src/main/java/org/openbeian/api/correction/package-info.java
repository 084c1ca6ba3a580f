/**
 * What authorities find wrong after the grant: blacklists, checks, notices of rectification.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.correction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
