/**
 * What paid services cost and who was charged, and the server time that is given for the time a filing took. A filing itself is
 * never charged.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.billing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
