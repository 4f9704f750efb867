// SwiftPM wants a source file in every C target.
#include "decimal.h"
