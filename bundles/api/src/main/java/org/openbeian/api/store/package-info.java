/**
 * Ports of the one store: transactions, orders, effects, files, tasks.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
