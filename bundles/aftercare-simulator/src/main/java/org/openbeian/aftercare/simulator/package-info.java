/** The platform of public security and a courier, simulated. What they do is written in files; see the classes. */
package org.openbeian.aftercare.simulator;
