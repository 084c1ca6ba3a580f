/** Keys of the register. */
@Export
@Version("1.0.0")
package org.openbeian.core.register;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
