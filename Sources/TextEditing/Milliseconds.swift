/// A time, in milliseconds from any fixed moment. Comes in from outside: nothing here reads a clock.
package typealias Milliseconds = Int64
