namespace Numerai.Contracts;

/// <summary>
/// A naive-weighted meta model beside the stake-weighted one: every model with enough at risk counts alike. MMC and CWMM are then taken
/// against it.
/// </summary>
/// <param name="NaiveMinimumStake">Least stake at risk that counts.</param>
public sealed record MetaModelSettings(Nmr NaiveMinimumStake);
