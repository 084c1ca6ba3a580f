/**
 * Cloud resources that an access rests on, judged by plugins.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.resource;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
