/**
 * Time as a service: what is due next, working days.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
