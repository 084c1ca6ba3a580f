/** What tests of the server and of plugins share. */
@Export
@Version("1.0.0")
package org.openbeian.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
