/** What the condition of a turbine type is judged by. */
package org.gemello.energy.condition;
