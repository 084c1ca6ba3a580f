/** How people and tests drive the authority simulator: its clock, its virtual people, its reviews and its faults. */
@Export
@Version("1.0.0")
package org.openbeian.authority.simulator.control;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
