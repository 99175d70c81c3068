namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>Names of published scores, as participants' clients know them.</summary>
public static class ScoreNames
{
    public const string Corr = "corr";
    public const string Mmc = "mmc";
    public const string Bmc = "bmc";
    public const string Fnc = "fnc";
    public const string Cwmm = "cwmm";
    public const string Mcwnm = "mcwnm";
    public const string Apcwnm = "apcwnm";
    public const string Alpha = "alpha";
    public const string Mpc = "mpc";
    public const string CorrV4 = "corr_v4";
    public const string FncV4 = "fnc_v4";
    public const string Ric = "ric";
    public const string IcV2 = "ic_v2";
}
