// SwiftPM wants a source file in every C target.
#include "simd.h"
