/**
 * Rules as data: reads and checks rule files, joins them to the rule book in force, judges cases by it.
 */
@Export
@Version("1.0.0")
package org.openbeian.core.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
