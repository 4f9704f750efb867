// LAPACK by its C interface, LAPACKE: a library of the system that is opened when it is first needed, since linking it
// would cost every start some milliseconds.
#pragma once
#include <stdbool.h>

#pragma clang assume_nonnull begin

// Each function and its parameters, for elements that are float or double. The first parameter says how matrices lie
// (SC_COLUMNS); what ends in Step is the distance from one column to the next. Workspaces are the caller's; a workspace
// of -1 elements asks for the size. All answer 0, a positive number for what LAPACK cannot do, or a negative one for an
// argument that it does not accept.
#define SC_LAPACK(F)                                                                                                  \
  F(gesv, (int layout, int n, int columns, void *a, int aStep, int *pivots, void *b, int bStep))                      \
  F(trtrs, (int layout, char triangle, char transposed, char diagonal, int n, int columns, const void *a, int aStep,  \
            void *b, int bStep))                                                                                      \
  F(gels, (int layout, char transposed, int rows, int columns, int results, void *a, int aStep, void *b, int bStep,   \
           void *work, int room))                                                                                     \
  F(syev, (int layout, char job, char triangle, int n, void *a, int aStep, void *values, void *work, int room))       \
  F(geev, (int layout, char left, char right, int n, void *a, int aStep, void *real, void *imaginary, void *lefts,    \
           int leftStep, void *rights, int rightStep, void *work, int room))                                          \
  F(gesvd, (int layout, char left, char right, int rows, int columns, void *a, int aStep, void *values, void *u,      \
            int uStep, void *v, int vStep, void *work, int room))                                                     \
  F(getrf, (int layout, int rows, int columns, void *a, int aStep, int *pivots))                                      \
  F(getri, (int layout, int n, void *a, int aStep, const int *pivots, void *work, int room))                          \
  F(geqrf, (int layout, int rows, int columns, void *a, int aStep, void *tau, void *work, int room))                  \
  F(orgqr, (int layout, int rows, int columns, int reflectors, void *a, int aStep, const void *tau, void *work,       \
            int room))                                                                                                \
  F(ormqr, (int layout, char side, char transposed, int rows, int columns, int reflectors, const void *a, int aStep,  \
            const void *tau, void *c, int cStep, void *work, int room))                                               \
  F(potrf, (int layout, char triangle, int n, void *a, int aStep))                                                    \
  F(potrs, (int layout, char triangle, int n, int columns, const void *a, int aStep, void *b, int bStep))             \
  F(potri, (int layout, char triangle, int n, void *a, int aStep))

/// The functions for one type of elements. `pstrf` takes one of them by value, hence two of it: one is null.
typedef struct sc_lapack {
#define F(name, parameters) int (*name) parameters;
  SC_LAPACK(F)
#undef F
  int (*_Nullable pstrfFloat)(
      int layout, char triangle, int n, void *a, int aStep, int *pivots, int *rank, float tolerance, void *work);
  int (*_Nullable pstrfDouble)(
      int layout, char triangle, int n, void *a, int aStep, int *pivots, int *rank, double tolerance, void *work);
  /// Where the library below counts threads, if it does.
  void (*_Nullable setThreads)(int threads);
} sc_lapack;

/// Matrices whose columns lie one after another.
enum { SC_COLUMNS = 102 };

/// Opens the library and fills both tables. If that fails it says why, until the next call, and the tables are not to be
/// used.
bool sc_lapack_open(
    const char *library, sc_lapack *forFloat, sc_lapack *forDouble, const char *_Nullable *_Nonnull why);

#pragma clang assume_nonnull end
