@NullMarked
package org.crease.inspector.server;

import org.jspecify.annotations.NullMarked;
