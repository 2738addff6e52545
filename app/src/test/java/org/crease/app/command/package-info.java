@NullMarked
package org.crease.app.command;

import org.jspecify.annotations.NullMarked;
