using Numerai.Data.Tables;

namespace Numerai.Data.Signals;

/// <summary>Goes through a file of days beside another one: both ascend, so each is read once.</summary>
internal sealed class DayCursor(string path, Predicate<ColumnSchema> columns, Predicate<DateOnly> wanted) : IDisposable
{
    private readonly IEnumerator<(DateOnly Date, Table? Rows)> _days = DaySlices.Read(path, columns, wanted).GetEnumerator();
    private bool _begun;
    private bool _ended;

    /// <summary>The rows of a day, or null when the file has none. Days have to be asked for in ascending order.</summary>
    public Table? At(DateOnly date)
    {
        while (!_ended && (!_begun || _days.Current.Date < date))
        {
            _begun = true;
            _ended = !_days.MoveNext();
        }

        return !_ended && _days.Current.Date == date ? _days.Current.Rows : null;
    }

    public void Dispose() => _days.Dispose();
}
