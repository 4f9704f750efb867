-- The themes of the differential test: each is a file here, and a .tsv of what the original answered.
return {'pointwise', 'arithmetic', 'comparison', 'integers', 'reductions', 'sorting', 'products', 'convolution', 'lapack', 'large', 'package', 'views', 'indexing', 'creation', 'random', 'half'}
