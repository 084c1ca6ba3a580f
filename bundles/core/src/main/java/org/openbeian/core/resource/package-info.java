/** Cloud resources beside their use in orders: authorization codes, and the import of inventories. */
package org.openbeian.core.resource;
