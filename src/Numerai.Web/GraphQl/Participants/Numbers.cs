using System.Globalization;
using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>Amounts where clients of the field expect a number; the exact amount stands beside it or in REST.</summary>
internal static class Numbers
{
    public static double Of(Nmr amount) => double.Parse(amount.ToString(), CultureInfo.InvariantCulture);
}
