/**
 * What the public register of filings says: the port to it, and answers that people noted.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.registry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
