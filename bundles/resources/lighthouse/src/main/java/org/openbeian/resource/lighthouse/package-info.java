/** The light application server (轻量应用服务器) as a resource of an access: A-14. */
package org.openbeian.resource.lighthouse;
