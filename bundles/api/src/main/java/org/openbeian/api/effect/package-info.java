/**
 * Effects: what a transition causes outside the server, queued durably in lanes.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.effect;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
