/** Facts about cloud servers from the public interface of Tencent Cloud. */
package org.openbeian.inventory.tencent;
