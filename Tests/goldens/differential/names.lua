-- Names that scripts and libraries in public repositories use and the original has, in `torch` and as methods of tensors: the
-- differential test demands a call of each, but of those told `apart`.
return {
functions = [[
   ByteStorage ByteTensor CharStorage CharTensor CmdLine DiskFile DoubleStorage DoubleTensor File FloatStorage FloatTensor
   Generator HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor MemoryFile PipeFile ShortStorage
   ShortTensor Storage Tensor TestSuite Tester Timer _gen _heaptracking abs add addbmm all any baddbmm bernoulli bhistc bmm
   cat cbitxor cdata cdiv ceil cfmod chunk cinv clamp class cmax cmin cmul conv2 conv3 cos cosh cpow cremainder cross csub
   cumprod cumsum data deserialize deserializeFromStorage diag dist div dot eig eq equal exp expand expandAs eye factory
   floor gather ge gels geqrf ger gesv getRNGState getconstructortable getdefaulttensortype getenv getmetatable
   getnumthreads gt histc include initialSeed inverse isStorage isTensor isTypeOf isatty kthvalue le lerp linspace load
   loadobj log logspace lt manualSeed max mean median metatype min mm mode mul multinomial multinomialAlias
   multinomialAliasSetup multinomialAliasSetup_ mv ne newmetatable nonzero norm normal ones orgqr ormqr packageLuaPath
   permute pointer potrf potri potrs pow prod pstrf pushudata qr rand randn random randperm range remainder repeatTensor
   reshape round save saveobj scatter seed serialize serializeToStorage setRNGState setdefaulttensortype setenv
   setheaptracking setmetatable setnumthreads sigmoid sign sin sinh sort split sqrt squeeze std sum svd symeig tanh test
   tic toc topk totable tril triu trtrs type typename uniform updateerrorhandlers updatethreadlocals version view viewAs
   xcorr2 xcorr3 zero zeros
]],
methods = [[
   abs add addbmm addcdiv addcmul addmm addmv addr all any apply baddbmm bernoulli bitand bitor bmm byte cat cdata cdiv
   ceil char chunk cinv clamp clone cmax cmin cmul contiguous conv2 copy csub cumsum data diag dim dist div dot double
   elementSize eq equal exp expand expandAs eye fill float floor fmod free gather ge ger gt half index indexAdd indexCopy
   int isContiguous isSameSizeAs isSetTo isSize le linspace log logNormal logspace long lshift lt map map2 maskedCopy
   maskedFill maskedSelect max mean median min mm mul mv nDimension nElement narrow ne neg new nonzero norm normal numel
   ones permute pow prod rand randn random randperm range remainder renorm repeatTensor reshape resize resizeAs retain
   round rshift scatter select set sigmoid sign size sort split sqrt squeeze std storage storageOffset stride sub sum t
   tanh topk totable transpose triu type typeAs unfold uniform var view viewAs zero
]],
-- Not called by any case: they load files that only the original has, or bind structures of LuaJIT's ffi.
apart = {functions = 'include metatype packageLuaPath test', methods = ''}}
