/**
 * The filing butler (备案管家): a paid, voluntary service beside a filing.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.butler;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
