return {'pointwise'}
