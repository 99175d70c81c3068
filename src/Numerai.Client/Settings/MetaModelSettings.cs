namespace Numerai.Client.Settings;

/// <summary>A naive-weighted meta model beside the stake-weighted one, which MMC and CWMM are then taken against.</summary>
/// <param name="NaiveMinimumStake">Least stake at risk that counts.</param>
public sealed record MetaModelSettings(NmrAmount NaiveMinimumStake);
