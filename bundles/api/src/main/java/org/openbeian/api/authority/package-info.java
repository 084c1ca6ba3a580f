/**
 * The port to a provincial communications administration.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.authority;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
