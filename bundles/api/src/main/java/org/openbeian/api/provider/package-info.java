/**
 * What differs between the operators of this product, as one profile.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.provider;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
