//! 民族 by the national standard GB 3304.

use crate::model::codes::codes;

codes! {
    /// 民族: GB 3304-1991; stored as its two digits, because poverty systems order the names differently (DOMAIN B8).
    EthnicGroup = "ethnic_group" {
        Han = "01" "汉族" "Han" "01";
        Mongol = "02" "蒙古族" "Mongol" "02";
        Hui = "03" "回族" "Hui" "03";
        Tibetan = "04" "藏族" "Tibetan" "04";
        Uygur = "05" "维吾尔族" "Uygur" "05";
        Miao = "06" "苗族" "Miao" "06";
        Yi = "07" "彝族" "Yi" "07";
        Zhuang = "08" "壮族" "Zhuang" "08";
        Bouyei = "09" "布依族" "Bouyei" "09";
        Korean = "10" "朝鲜族" "Korean" "10";
        Manchu = "11" "满族" "Manchu" "11";
        Dong = "12" "侗族" "Dong" "12";
        Yao = "13" "瑶族" "Yao" "13";
        Bai = "14" "白族" "Bai" "14";
        Tujia = "15" "土家族" "Tujia" "15";
        Hani = "16" "哈尼族" "Hani" "16";
        Kazak = "17" "哈萨克族" "Kazak" "17";
        Dai = "18" "傣族" "Dai" "18";
        Li = "19" "黎族" "Li" "19";
        Lisu = "20" "傈僳族" "Lisu" "20";
        Va = "21" "佤族" "Va" "21";
        She = "22" "畲族" "She" "22";
        Gaoshan = "23" "高山族" "Gaoshan" "23";
        Lahu = "24" "拉祜族" "Lahu" "24";
        Sui = "25" "水族" "Sui" "25";
        Dongxiang = "26" "东乡族" "Dongxiang" "26";
        Naxi = "27" "纳西族" "Naxi" "27";
        Jingpo = "28" "景颇族" "Jingpo" "28";
        Kirgiz = "29" "柯尔克孜族" "Kirgiz" "29";
        Tu = "30" "土族" "Tu" "30";
        Daur = "31" "达斡尔族" "Daur" "31";
        Mulao = "32" "仫佬族" "Mulao" "32";
        Qiang = "33" "羌族" "Qiang" "33";
        Blang = "34" "布朗族" "Blang" "34";
        Salar = "35" "撒拉族" "Salar" "35";
        Maonan = "36" "毛南族" "Maonan" "36";
        Gelao = "37" "仡佬族" "Gelao" "37";
        Xibe = "38" "锡伯族" "Xibe" "38";
        Achang = "39" "阿昌族" "Achang" "39";
        Pumi = "40" "普米族" "Pumi" "40";
        Tajik = "41" "塔吉克族" "Tajik" "41";
        Nu = "42" "怒族" "Nu" "42";
        Uzbek = "43" "乌孜别克族" "Uzbek" "43";
        Russian = "44" "俄罗斯族" "Russian" "44";
        Evenki = "45" "鄂温克族" "Evenki" "45";
        Deang = "46" "德昂族" "Deang" "46";
        Bonan = "47" "保安族" "Bonan" "47";
        Yugur = "48" "裕固族" "Yugur" "48";
        Gin = "49" "京族" "Gin" "49";
        Tatar = "50" "塔塔尔族" "Tatar" "50";
        Derung = "51" "独龙族" "Derung" "51";
        Oroqen = "52" "鄂伦春族" "Oroqen" "52";
        Hezhen = "53" "赫哲族" "Hezhen" "53";
        Monba = "54" "门巴族" "Monba" "54";
        Lhoba = "55" "珞巴族" "Lhoba" "55";
        Jino = "56" "基诺族" "Jino" "56";
        Other = "97" "其他" "Other" "97";
        Foreign = "98" "外国血统" "Of foreign descent" "98";
    }
}
