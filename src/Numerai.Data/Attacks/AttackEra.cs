namespace Numerai.Data.Attacks;

/// <summary>One era as an attacker sees it, and the truth to judge the attack by.</summary>
/// <param name="Ids">Row ids.</param>
/// <param name="Columns">Features: one array of centred values a column.</param>
/// <param name="Securities">The truth: which security each row is.</param>
internal sealed record AttackEra(string[] Ids, double[][] Columns, int[] Securities)
{
    public int RowCount => Ids.Length;
}
