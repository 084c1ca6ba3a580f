/**
 * The public-security filing (公安联网备案) of a granted website: its form, its checks, its steps.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.publicsecurity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
