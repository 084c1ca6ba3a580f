/** How the model is written as JSON: in the store, over REST and in the shell. */
@Export
@Version("1.0.0")
package org.openbeian.core.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
